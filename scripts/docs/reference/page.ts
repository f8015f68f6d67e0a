import { html, raw } from '../html.ts'
import { head, header } from '../layout.ts'

/** The frame around the reference, for Redocly to fill in: our navigation above, and our colours after Redoc's own. */
export const referenceTemplate: string = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
${raw('{{{redocHead}}}')}
${head(['base.css', 'reference.css'])}
<script src="assets/reference.js" defer></script>
</head>
<body>
${header('reference.html')}
<div id="main" tabindex="-1">
${raw('{{{redocHTML}}}')}
</div>
</body>
</html>
`.markup
