<#list groups as group>
- <#if group.label?has_content>${group.label}<#else>Pages</#if>: <#list group.entries as entry>[${entry.label}](${entry.href})<#sep>, </#list>
</#list>
