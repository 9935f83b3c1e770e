<#list tags as t>${t.name} ${t.uri} <#list t.tagged_posts as p>${p.uri}</#list>
</#list>${content.rootpath} ${content.type}
