import type { NextConfig } from 'next'

const config: NextConfig = {
  // The tests' build stands beside the one that is being served.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // Types are checked once, by `npm test`; building and starting a portal need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // A document to be faxed is the largest that a form sends; each address has its own limit (app/_server/body-length.ts).
  experimental: {
    serverActions: { bodySizeLimit: '11mb' },
    proxyClientMaxBodySize: '11mb',
    // The fonts of what is drawn on paper are part of the build.
    turbopackImportTypeBytes: true,
  },
  // At the edge there is no folder of packages beside the build, so it holds them.
  ...(process.env.LATCHKEY_EDGE === '1'
    ? { transpilePackages: ['pg', 'pino'] }
    : { serverExternalPackages: ['pg', 'pino'] }),
  // Browsers ask for it by this name wherever a page names no icon: beside a letter, a file, an error.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/brand/favicon' }],
}

export default config
