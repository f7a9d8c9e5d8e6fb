<#import "inlines.md.ftl" as inlines>
<#-- Every block ends with an empty line. -->
<#macro all blocks>
<#list blocks as block>
<#switch block.kind>
<#on "section">
<#list 1..block.level as mark>#</#list> ${block.heading}

<@all block.blocks/>
<#on "paragraph">
${block.content}

<#on "prose">
${block.content}

<#on "items">
<@items block/>
<#on "definitions">
<#list block.definitions as definition>
- **${definition.term}**: ${definition.content}
</#list>

<#on "table">
<@table block/>
<#on "callout">
<@quote>
[!${block.alert}]
**${block.title}**

<@all block.blocks/>
</@quote>

<#on "listing">
${block.content}

<#on "fold">
**${block.summary}**

<@all block.blocks/>
<#on "tiles">
<@tiles block/>
<#on "figure">
${block.title}. ${block.description}<#list block.keys> <#items as key>${key.text}<#sep>; </#items>.</#list><#if block.more != ""> ${block.more}.</#if>

${block.drawing}

<#on "search">
Search with the tools at hand: these pages are text. <#list block.instead as href>The [index](${href}) lists<#else>The index lists</#list> what can be found.

</#switch>
</#list>
</#macro>

<#macro items block>
<#list block.items as item>
<#if block.ordered>${item.number}. <#else>- </#if>${item.content}
</#list>

</#macro>

<#macro table block>
<#if block.caption != "">
${block.caption}:

</#if>
|<#list block.columns as column> ${column.heading} |</#list>
|<#list block.columns as column><#if column.numeric> ---: |<#else> --- |</#if></#list>
<#list block.rows as row>
|${row.cells}
</#list>

</#macro>

<#macro tiles block>
${block.label}:

<#list block.tiles as tile>
- <#if tile.word != ""><@inlines.badge tile.tone tile.word/> </#if><#list tile.links as href>[${tile.title}](${href})<#else>${tile.title}</#list><#if tile.value != "">: **${tile.value}**</#if><#if tile.note != "">, ${tile.note}</#if>
</#list>

</#macro>
