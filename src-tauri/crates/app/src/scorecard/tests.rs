mod files;
mod pages;
mod sample;
mod stories;
mod support;
