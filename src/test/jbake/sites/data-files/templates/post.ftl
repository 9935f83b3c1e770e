<#assign m=data.get("map.yaml")>${m.name} ${m.age} ${m.height} ${m.born?date} ${m.ok?string} ${m.nothing!"null"} ${m.nested.deep[0]} ${m.nested.deep[1].y} ${m.multi}
<#list data.get("list.yml").data as r>${r.name} </#list>
${data.get("sub/more.yml")?size} ${data.get("none.yml")?size} ${(data.get("none.yml").x)!"absent"}
${m.sourceuri} ${m.type} ${m.rendered?string} ${m.file?keep_after("/data/")} ${m.sha1}
<#list m?keys?sort as k>${k} </#list>
${(data.get("scalar.yml").sourceuri)!"-"}
