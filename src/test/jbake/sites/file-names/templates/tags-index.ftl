tags ${content.type} ${content.rootpath} <#list tags as t>${t.uri} </#list><#list alltags as t>${t} </#list>
