<#include "header.ftl">
<#list tags as tag><a href="${content.rootpath}${tag.uri}">${tag.name}</a> (${tag.tagged_posts?size}, ${tag.tagged_documents?size})
</#list>
<#include "footer.ftl">