<#list tags as t>${t.name} ${t.uri} posts: <#list t.tagged_posts as p>${p.title} </#list>documents: <#list t.tagged_documents as p>${p.title} </#list>
</#list><#list alltags as t>${t}
</#list>${tag!"no tag"} <#list tags?sort_by("name") as t>${t.name} </#list>${tag_posts?size} ${tagged_documents?size}
