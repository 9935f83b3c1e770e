<#include "header.ftl">
<h2>${content.title} (${content.type})</h2>
${content.body}
<#include "footer.ftl">