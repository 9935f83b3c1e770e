${data.get("d.yml").k} <#list facts as f>${f.title}:${f.type} </#list><#list db.getAllContent("fact") as f>${f.title} </#list><#list all_content as f>${f.title} </#list>
