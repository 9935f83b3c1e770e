<#include "header.ftl">
<#include "menu.ftl">
<#list posts as post>
  <#if (post.status == "published")>
    <a href="${post.uri}"><h1><#escape x as x?xml>${post.title}</#escape></h1></a>
    <p>${post.date?string("dd MMMM yyyy")}</p>
    ${post.body}
  </#if>
</#list>
<#include "footer.ftl">