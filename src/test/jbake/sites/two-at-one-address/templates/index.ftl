<#list posts as p>${p.title} ${p.uri}
</#list>