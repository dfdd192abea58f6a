export const changes = {};
export const audit = {};
export const adoption = {};
