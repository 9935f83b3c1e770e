<#list posts as p>${p.title} ${p.date?datetime} ${p.date?date} ${p.date?datetime?string.short}
</#list>