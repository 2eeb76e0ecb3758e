export { Comeback } from './comeback.ts'
export { detour } from './gate.ts'
export { router } from './router.svelte.ts'
export { addressOf, beforeVault, paths, routeOf, type Params, type Route, type RouteName } from './routes.ts'
