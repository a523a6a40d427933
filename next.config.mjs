// Headers that every answer carries, static files and errors too. The content security policy needs a nonce per request
// and HSTS the address in use at run time: proxy.ts sets both, on everything but static files.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
const config = {
  // Several servers may be built and run side by side (tests, benches) without stepping on each other.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // The name of the build comes from its sources (scripts/steps/next-build.mts): servers with the same sources are one to open
  // pages, and a page of another build asks for the next page as a whole. See docs/decisions/057-several-servers.md.
  generateBuildId: () => process.env.ETAPPI_BUILD || null,
  env: { ETAPPI_BUILD: process.env.ETAPPI_BUILD ?? '' },
  // Every page is read when the server starts, so that nobody waits for it. A server that is asked for a few pages and then
  // stopped, as in tests, reads those.
  experimental: { preloadEntriesOnStart: process.env.ETAPPI_READ_AHEAD !== 'off' },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, those of the routes too; who only installs it need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Native add-ons and the database driver are loaded from node_modules, not bundled.
  serverExternalPackages: ['@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler', 'nodemailer', 'pg'],
  // proxy.ts answers addresses with a slash at the end: Next's own redirect would go out without any of the headers.
  skipTrailingSlashRedirect: true,
  // A page's title stands in its head from the first byte: sent after the page, it comes late for screen readers, and a page
  // that does not exist would differ from one that may not be seen.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: '/:path*', headers },
    // Files are no documents: were one ever opened as a page, nothing in it may run.
    {
      source: '/_next/static/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
}

export default config
