import APIRuntime
import Foundation

let client = TrainTravelClient(oAuth2: .token("t"), server: APIServer(CommandLine.arguments[1]))
let berlin = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
let trips = try await client.trips.getTrips(
    origin: berlin, destination: berlin, date: Date(timeIntervalSince1970: 1_700_000_000))
let trip = trips.data?.first
let booking = try await client.bookings.createBooking(
    body: Booking(tripID: trip?.id, passengerName: "John Doe", hasBicycle: true))
let payment = try await client.payments.createBookingPayment(
    bookingID: UUID(uuidString: booking.id ?? "") ?? berlin,
    body: BookingPayment(
        amount: trip?.price, currency: .gbp,
        source: .card(
            .init(
                name: "J. Doe", number: "4242424242424242", cvc: "123", expMonth: 12, expYear: 2027,
                addressCountry: "gb"))))
print(payment.status ?? "")
