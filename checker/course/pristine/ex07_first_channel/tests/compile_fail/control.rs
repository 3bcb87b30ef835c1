//! The honest twin: owned `String`s may change threads, and so may the sensor that makes them.

fn main() {
    let skies = vec![String::from("clear"), String::from("cloudy")];
    let prefix = String::from("sky: ");
    let sensor = skies.into_iter().map(move |sky| prefix.clone() + &sky);
    for reading in ex07::start_sensor(sensor) {
        println!("{reading}");
    }
}
