<#include "header.ftl">
<h1>Not here</h1>
<#include "footer.ftl">