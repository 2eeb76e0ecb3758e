import { mount } from 'svelte'
import { tellShown } from '$lib/session'
import App from './App.svelte'
import '$lib/styles/base.css'

const target = document.getElementById('app')
if (target) mount(App, { target })
tellShown()
