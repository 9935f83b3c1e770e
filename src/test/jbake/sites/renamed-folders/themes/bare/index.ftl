<#list posts as p>${p.uri}</#list>
