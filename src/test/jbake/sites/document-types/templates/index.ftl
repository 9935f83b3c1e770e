${content.title!}
recipes: <#list recipes as r>${r.title}:${r.status} </#list>
published_recipes: <#list published_recipes as r>${r.title} </#list>
boxs: <#list boxs as r>${r.title} </#list>
published_boxs: <#list published_boxs as r>${r.title} </#list>
indexs: <#if indexs??><#list indexs as r>${r.title} </#list></#if>
masterindexs: <#if masterindexs??><#list masterindexs as r>${r.title} </#list></#if>
archives: <#list archives as r>${r.title} </#list>
feeds: <#list feeds as r>${r.title} </#list>
pages: <#list pages as r>${r.title} </#list>
posts: <#list posts as r>${r.title} </#list>
published_posts: <#list published_posts as r>${r.title} </#list>
published_pages: <#list published_pages as r>${r.title} </#list>
published_content: <#list published_content as r>${r.title} </#list>
all_content: <#list all_content as r>${r.title} </#list>
datas: <#if datas??><#list datas as r>${r.sourceuri} </#list></#if>
