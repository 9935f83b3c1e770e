<#list content.tags as t>[${t}]</#list>
