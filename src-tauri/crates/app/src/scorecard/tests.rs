mod files;
mod pages;
mod stories;
mod support;
