<#list posts as p>${p.title} </#list>| <#list published_content as p>${p.title} </#list>
