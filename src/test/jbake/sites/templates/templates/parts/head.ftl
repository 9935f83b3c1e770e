<head>${content.title} ${.template_name} <#include "deep/foot.ftl"><#include "/parts/deep/foot.ftl"></head>
