${content.rootpath}|<#list tag_posts as p>${p.noExtensionUri}</#list>
