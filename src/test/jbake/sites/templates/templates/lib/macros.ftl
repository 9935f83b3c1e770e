<#macro box title><div title="${title}"><#nested></div></#macro>
<#function twice x><#return x + x></#function>
