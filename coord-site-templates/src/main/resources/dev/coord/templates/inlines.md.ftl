<#-- Parts of a line. No template adds a space: where two parts meet is the model's matter. -->
<#macro line content>
<#list content as part>
<#switch part.kind>
<#on "rich">
${part.content}<#t>
<#on "text">
${part.text}<#t>
<#on "code">
${part.content}<#t>
<#on "link">
[<@line [part.content]/>](${part.href})<#t>
<#on "strong">
**${part.text}**<#t>
<#on "badge">
<@badge part.tone part.word/><#t>
<#on "progress">
<#list part.links as href>[${part.done} of ${part.total}](${href})<#else>${part.done} of ${part.total}</#list><#t>
<#on "shares">
${part.text}<#t>
<#on "sparkline">
${part.bars}<#t>
<#on "time">
${part.text}<#t>
</#switch>
</#list>
</#macro>

<#macro badge tone word>
<#switch tone>
<#on "good">**✔ ${word}**<#t>
<#on "bad">**✘ ${word}**<#t>
<#on "warning">**▲ ${word}**<#t>
<#on "unknown">**? ${word}**<#t>
<#on "info">**• ${word}**<#t>
<#default>**${word}**<#t>
</#switch>
</#macro>
