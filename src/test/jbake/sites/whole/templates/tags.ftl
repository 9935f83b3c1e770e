<#include "header.ftl">
<h1>Tag: ${tag}</h1>
<#list tag_posts as post><li>${post.date?string("dd")} - <a href="${content.rootpath}${post.uri}">${post.title}</a></li>
</#list>
<#list tagged_documents as document><li>${document.type}: ${document.title}</li>
</#list>
<#include "footer.ftl">