// Runs in the browser before everything else. The content security policy forbids what zod would otherwise compile from
// text, and the browser names each try an issue; zod reads its settings from here when it is loaded.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
