<#list ["posts","pages","published_posts","published_pages","published_content","all_content","indexs","archives","feeds","datas","published_datas"] as n><#if .data_model[n]??>${n}: <#list .data_model[n] as c>${c.title!c.sourceuri} </#list><#else>${n} missing</#if>
</#list>${posts[0].body}${(posts?last).title} ${posts?size} ${published_posts[0..1]?size}
