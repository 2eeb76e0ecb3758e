mod files;
mod pages;
mod replies;
mod sample;
mod stories;
mod support;
