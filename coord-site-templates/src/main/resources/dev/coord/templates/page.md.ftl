<#import "blocks.md.ftl" as blocks>
<#list page.breadcrumbs>
<#items as crumb>[${crumb.text}](${crumb.href}) / </#items>${page.title}

</#list>
# ${page.title}

${page.verdict}

<@blocks.all page.blocks/>
---

- Plan: ${site.planVersion}
- Data of: ${site.stamp.text}
<#list site.sources as source>
- Source: ${source}
</#list>
<#list page.neighbours as other>
- <#if other.rel == "prev">Previous<#else>Next</#if>: [${other.text}](${other.href})
</#list>
${site.navigation}<#t>
- Status for machines: [status.json](${site.status})
<#list site.edit as href>
- Source of this page: [edit it](${href})
</#list>
- Written by ${site.generator} for ${site.project}
