<#-- comment --><#import "lib/macros.ftl" as m><#include "parts/head.ftl">
${content.title} ${content.title?html} ${content.title?xml} ${content.title?url} ${content.title?js_string} ${content.title?json_string} ${content.title?length} ${content.title?upper_case}
<@m.box title="T">inner ${content.title}</@m.box> ${m.twice("ab")}
<#escape x as x?html>${content.title} <#noescape>${content.title}</#noescape></#escape>
<#switch content.type><#case "post">is post<#break><#default>other</#switch>
<#assign s = {"a": 1, "b": [1,2,3]}>${s.a} ${s.b?join(",")} ${s.b?size} <#list s.b as i>${i_index}:${i}<#if i_has_next>,</#if></#list> <#list 1..3 as i>${i}</#list> <#list s?keys as k>${k}</#list>
<#list s.b as i>${i?counter}<#sep>-</#list> <#list [] as i>x<#else>empty</#list>
<#attempt>${nope}<#recover>recovered</#attempt> <#setting number_format="0.00">${3.14159} <#setting locale="fr_FR">${content.date?string("MMMM")}
${"x y"?replace(" ","_")} ${"a,b"?split(",")[1]} ${"Hello"?substring(1,3)} ${"abc"?contains("b")?string("yes","no")} ${content.body?length} ${content.body?matches(".*H.*","s")?string}
<#noparse>${not} <#parsed></#noparse> ${r"${raw}"} <#t> trimmed
   <#lt>left
<#compress>
  many    spaces

  gone
</#compress>
${content.tags?seq_contains("x")?string} ${content.tags?join("+")} ${content.tags?first} ${content.tags?sort?reverse?join(" ")} ${content["summary"]} ${content.uri?ends_with("html")?string} <#function f x><#return x + 1></#function>${f(1)} <#macro mm a b="d">${a}${b}<#nested></#macro><@mm a="1"/><@mm "1" "2">n</@mm> <#global g="G">${.globals.g} ${.main.g!} ${(.version?length > 0)?string}
${"1 + 1"?eval} <@"${content.title}"?interpret /> [#-- other tag style --]
