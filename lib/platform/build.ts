/** Name of this build, written in by the build itself (next.config.mjs), so that a page knows of which one it is; '' outside of one. */
export const buildName: string = process.env.ETAPPI_BUILD ?? ''
