published: <#list published_posts as p>${p.title} </#list>
all: <#list posts as p>${p.title}:${p.status} </#list>
