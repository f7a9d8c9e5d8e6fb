<#list groups as group>
- <#if group.label != "">${group.label}<#else>Pages</#if>: <#list group.entries as entry>[${entry.label}](${entry.href})<#sep>, </#list>
</#list>
