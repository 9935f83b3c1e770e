<#list posts as p>${p.date?datetime?string.full}
</#list>