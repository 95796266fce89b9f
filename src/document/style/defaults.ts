// What the elements of the subset look like before a theme says otherwise: a style sheet like any other, ranked below it.

export const DEFAULTS = `
html { display: block; font-size: 10pt; line-height: 1.4 }
[dir="ltr"] { direction: ltr }
[dir="rtl"] { direction: rtl }
head, title, meta, colgroup, col { display: none }
body, section, article, header, footer, nav, div, blockquote, figure, figcaption, address,
h1, h2, h3, h4, h5, h6, p, pre, hr, ul, ol, dl, dt, dd { display: block }
h1 { font-size: 2em; font-weight: bold; margin: 0.67em 0; bookmark-level: 1 }
h2 { font-size: 1.5em; font-weight: bold; margin: 0.83em 0; bookmark-level: 2 }
h3 { font-size: 1.17em; font-weight: bold; margin: 1em 0; bookmark-level: 3 }
h4 { font-weight: bold; margin: 1.33em 0; bookmark-level: 4 }
h5 { font-weight: bold; margin: 1.33em 0; bookmark-level: 5 }
h6 { font-weight: bold; margin: 1.33em 0; bookmark-level: 6 }
h1, h2, h3, h4, h5, h6 { break-after: avoid }
p, ul, ol, dl, pre { margin: 1em 0 }
blockquote, figure { margin: 1em 3em }
dd { margin-left: 3em }
pre { font-family: monospace; white-space: pre-wrap }
code { font-family: monospace }
hr { border-top: 0.75pt solid currentcolor; margin: 0.5em 0 }
ul, ol { padding-left: 2em }
ol { list-style-type: decimal }
li { display: list-item }
strong, b, th { font-weight: bold }
em, i, cite, address { font-style: italic }
small { font-size: 0.83em }
sup { font-size: 0.75em; vertical-align: super }
sub { font-size: 0.75em; vertical-align: sub }
table { display: table }
caption { display: table-caption; text-align: center }
thead { display: table-header-group }
tbody, tfoot { display: table-row-group }
tr { display: table-row }
th, td { display: table-cell; padding: 0.75pt; vertical-align: top }
th { text-align: center }
`;
