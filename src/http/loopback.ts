/** Matches the host names that mean the machine itself. */
export const loopback = /^((.+\.)?localhost|127\.[\d.]+|\[::1\])$/
