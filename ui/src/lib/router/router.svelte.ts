import { addressOf, routeOf, type Params, type Route, type RouteName } from './routes.ts'

/** Where the person is. The address holds opaque ids only, never a name. */
class Router {
	route = $state<Route>({ name: 'welcome', params: {} })
	#address: string | undefined

	/** Follows the address from now on; the answer stops it. */
	start(): () => void {
		const follow = () => {
			const address = window.location.hash
			if (address === this.#address) return
			this.#address = address
			this.route = routeOf(address) ?? { name: 'welcome', params: {} }
		}
		follow()
		const events = ['popstate', 'hashchange']
		for (const event of events) window.addEventListener(event, follow)
		return () => {
			for (const event of events) window.removeEventListener(event, follow)
		}
	}

	go(name: RouteName, params: Params = {}): void {
		const address = addressOf(name, params)
		if (window.location.hash !== address) window.history.pushState(null, '', address)
		this.#arrive(address)
	}

	/** Goes there without leaving the present place behind: after locking, nothing to go back to. */
	replace(name: RouteName, params: Params = {}): void {
		const address = addressOf(name, params)
		window.history.replaceState(null, '', address)
		this.#arrive(address)
	}

	#arrive(address: string): void {
		this.#address = address
		this.route = routeOf(address) ?? this.route
	}

	back(): void {
		window.history.back()
	}

	forward(): void {
		window.history.forward()
	}
}

export const router = new Router()
