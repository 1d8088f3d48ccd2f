/** The content security policy: in the built page as a meta element, in the preview and test servers as headers. */
import type { Plugin } from 'vite'

/** What the page may load: its own files and nothing else. Phaser's first textures are data: images. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
]

/** Headers a server of the built page should send. A meta element cannot say `frame-ancestors`. */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...directives, "frame-ancestors 'self'"].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Puts the policy into the built page, so that it holds on any host. The development server needs inline scripts. */
export const policy = (): Plugin => ({
  name: 'comity:policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'pre',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: directives.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  },
})
