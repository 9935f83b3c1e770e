<#include "header.ftl">
<#include "menu.ftl">
    <h1><#escape x as x?xml>${content.title}</#escape></h1>
    <p><em>${content.date?string("dd MMMM yyyy")}</em></p>
    <p>${content.body}</p>
    <#if content.tags??><#list content.tags as tag><a href="${content.rootpath}${config.tag_path}/${tag}${config.output_extension}">${tag}</a> </#list></#if>
<#include "footer.ftl">