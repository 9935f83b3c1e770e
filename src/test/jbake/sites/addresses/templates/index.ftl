<#list all_content as c>${c.uri}|${c.rootpath}|${c.noExtensionUri!"-"}
</#list>