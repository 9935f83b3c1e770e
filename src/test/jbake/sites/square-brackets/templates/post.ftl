[#ftl]
[#assign x=1]${x} [#if content.title??]${content.title}[/#if] [#include "b.ftl"]
