${db.getDocumentCount("post")} ${db.getPublishedCount("post")} ${db.getPublishedCount("page")} ${db.getDocumentCount("none")}
${db.getDocumentByUri("s/b.html")[0].title} ${db.getDocumentByUri("none")?size} ${db.getDocumentStatus("a.html")[0].sha1}
<#list db.getPublishedPosts() as p>${p.title} </#list>
<#list db.publishedPosts as p>${p.title} </#list>
<#list db.getPublishedPosts(false) as p>${p.title} </#list>
<#list db.getPublishedPostsByTag("green") as p>${p.title} </#list>
<#list db.getPublishedDocumentsByTag("green") as p>${p.title} </#list>
<#list db.getPublishedPages() as p>${p.title} </#list>
<#list db.getPublishedContent("page") as p>${p.title} </#list>
<#list db.getAllContent("post") as p>${p.title} </#list>
<#list db.getAllContent("post", true) as p>${p.title} </#list>
<#list db.getAllContent("data") as p>${p.sourceuri} </#list>
<#list db.getTags() as t>${t} </#list>
<#list db.tags as t>${t} </#list>
<#list db.getAllTags() as t>${t} </#list>
${db.getUnrenderedContent()?size} ${db.start} ${db.getLimit()} ${db.isActive()?string} ${db.getPublishedPosts().size()} ${db.getPublishedPosts().get(0).title} ${db.getAllContent("post").getFirst().getTitle()}
<#list db.getPublishedContent("post") as p>${p.body}</#list>
